import { expect } from '@open-wc/testing';
import { createMarkdownRenderer } from '../../../src/content/markdown.js';
import { createPolicy, createSanitizer, type PolicyFactory } from '../../../src/content/sanitize.js';

/** What `markdown` becomes, as HTML. */
function htmlOf(markdown: string): string | undefined {
  const fragment = createMarkdownRenderer().render(markdown);
  if (!fragment) return undefined;
  const holder = document.createElement('div');
  holder.append(fragment);
  return holder.innerHTML.replaceAll('\n', '');
}

const link = (href: string, text: string) =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`;

describe('createMarkdownRenderer', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '**bold** *italic* ~~gone~~ `code`',
      '<p><strong>bold</strong> <em>italic</em> <del>gone</del> <code>code</code></p>',
    ],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['[x](https://a.example)', `<p>${link('https://a.example', 'x')}</p>`],
    ['sam@a.example', `<p>${link('mailto:sam@a.example', 'sam@a.example')}</p>`],
    ['[call](tel:+4420)', `<p>${link('tel:+4420', 'call')}</p>`],
    ['[x](/here)', '<p>x</p>'],
    ['[x](javascript:alert)', '<p>x</p>'],
    ['# Title', '<p><strong>Title</strong></p>'],
    ['![a lamp](https://a.example/l.png)', `<p>${link('https://a.example/l.png', 'a lamp')}</p>`],
    ['- [x] done', '<ul><li>☑ done</li></ul>'],
    ['<b>bold</b>', '<p>&lt;b&gt;bold&lt;/b&gt;</p>'],
    ['<div>\n\nx', '<p>&lt;div&gt;</p><p>x</p>'],
    ['```js\n<b>\n```', '<pre><code>&lt;b&gt;</code></pre>'],
    ['|a|\n|:-|\n|b|', '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>'],
  ];
  for (const [markdown, expected] of cases) {
    it(`renders ${JSON.stringify(markdown)}`, () => {
      expect(htmlOf(markdown)).to.equal(expected);
    });
  }

  it('leaves texts that only an attacker writes to be shown as they are', () => {
    for (const text of ['> '.repeat(200), '*a_'.repeat(2_000), 'x'.repeat(5_000), 'ab '.repeat(7_000)])
      expect(htmlOf(text)).to.equal(undefined);
  });

  it('shares no settings between renderers', () => {
    const first = createMarkdownRenderer();
    createMarkdownRenderer();
    expect(first.render('**x**')?.textContent).to.equal('x\n');
  });

  it('says why nothing can be rendered when there is no sanitizer', () => {
    const renderer = createMarkdownRenderer(() => undefined);
    expect(renderer.refusal).to.equal('trusted-types');
    expect(renderer.render('**x**')).to.equal(undefined);
  });
});

describe('createPolicy', () => {
  it('takes the one name that the documented policy allows', () => {
    const names: string[] = [];
    const factory: PolicyFactory = {
      createPolicy(name, rules) {
        names.push(name);
        return { name, ...rules } as unknown as ReturnType<PolicyFactory['createPolicy']>;
      },
    };
    expect(createPolicy(factory)?.createHTML('<b>')).to.equal('<b>');
    expect(names).to.deep.equal(['dompurify']);
  });

  it('is nothing where the page refuses the name', () => {
    const refusing: PolicyFactory = {
      createPolicy() {
        throw new TypeError('Policy "dompurify" disallowed.');
      },
    };
    expect(createPolicy(refusing)).to.equal(null);
  });
});

describe('createSanitizer', () => {
  it('works without Trusted Types', () => {
    expect(createSanitizer(null)?.('<b>x</b><i>y</i>').textContent).to.equal('xy');
  });
});
