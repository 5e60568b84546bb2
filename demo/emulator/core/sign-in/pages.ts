/** What the sign-in page is about. */
interface SignInPage {
  readonly state: string;
  readonly redirectUri: string;
  /** The name to begin with. */
  readonly name: string;
  /** The provider that the page was asked to go to at once. */
  readonly provider: string | undefined;
}

/** The page on which the customer decides how the sign-in goes. */
export function signInPage({ state, redirectUri, name, provider }: SignInPage): string {
  const via = provider === undefined ? '' : `<p>With ${escape(provider)}.</p>`;
  return page(
    'Sign in',
    `<h1>Sign in</h1>
<p>This stands for the page of an identity provider. Choose how it goes.</p>${via}
<form method="post" action="/idp/authorize">
<input type="hidden" name="state" value="${escape(state)}">
<input type="hidden" name="redirect_uri" value="${escape(redirectUri)}">
<label>Name in your profile <input name="name" value="${escape(name)}" maxlength="256" autocomplete="off"></label>
<button name="decision" value="approve" class="first">Sign in</button>
<button name="decision" value="deny">Refuse</button>
<button name="decision" value="stale">Hand over a code that has expired</button>
<button name="decision" value="time-out">Let the time run out</button>
</form>`,
  );
}

/** The page for a sign-in that is over, or never was. */
export function overPage(): string {
  return page('Sign in', '<h1>This sign-in is over</h1>\n<p>You can close this window.</p>');
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 22rem; margin: 3rem auto; padding: 0 1rem }
form, label { display: grid; gap: .5rem }
form { gap: .75rem }
input, button { font: inherit; min-height: 2.75rem; padding: 0 .75rem; border: 1px solid; border-radius: .5rem }
.first { background: #1d4ed8; color: #fff }
</style>
<main>
${body}
</main>
</html>
`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
