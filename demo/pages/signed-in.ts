// All that a page of one's own has to do for `auth-redirect-uri`, without the widget: hand on what the identity provider has added to its address,
// and close once the chat has taken it.
const source = 'connect-chat-sign-in';
const { search } = location;

const channel = new BroadcastChannel(source);
channel.addEventListener('message', ({ data }: MessageEvent<{ readonly taken?: string }>) => {
  if (data.taken === search) close();
});
channel.postMessage({ source, search });

export {}; // A module: its names stay its own.
