import { expect } from '@open-wc/testing';
import type { CspReport } from '../support/csp-frame.js';

/** What a formatted message becomes on a page with `policy`. */
async function under(policy: string): Promise<CspReport> {
  const frame = document.createElement('iframe');
  const reported = new Promise<CspReport>((resolve) => {
    window.addEventListener('message', function listen({ data, source }: MessageEvent<{ csp?: CspReport }>) {
      if (source !== frame.contentWindow || data.csp === undefined) return;
      window.removeEventListener('message', listen);
      resolve(data.csp);
    });
  });
  frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>x</title>
    <body><script type="module" src="/test/support/csp-frame.ts"></script>`;
  document.body.append(frame);
  try {
    return await reported;
  } finally {
    frame.remove();
  }
}

const strict = "script-src 'self'; style-src 'self'; img-src 'none'; require-trusted-types-for 'script'";

describe('formatted messages under a Content-Security-Policy', () => {
  it('are shown formatted, without a violation, under the documented one', async () => {
    const report = await under(`${strict}; trusted-types lit-html dompurify`);
    expect(report).to.deep.equal({ bold: 'bold', text: 'some bold words', refusals: [], violations: [] });
  });

  it('are shown as plain text, and that is said once, where the policy "dompurify" is missing', async () => {
    const report = await under(`${strict}; trusted-types lit-html`);
    expect(report.text).to.equal('some **bold** words');
    expect(report.refusals).to.deep.equal(['trusted-types']);
  });

  it('are shown formatted without Trusted Types', async () => {
    const report = await under("script-src 'self'; style-src 'self'");
    expect(report.bold).to.equal('bold');
  });
});
