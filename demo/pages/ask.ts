/** The shop's own buttons open the chat, as any page may do beside the launcher. */
const chat = document.querySelector<HTMLElement & { show(): unknown }>('#shop-chat');

for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener(
    'click',
    () => void customElements.whenDefined('connect-chat').then(() => chat?.show()),
  );
}

export {}; // A module: its names stay its own.
