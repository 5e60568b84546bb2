/**
 * Name of the window in which a customer signs in, of the channel over which the page that they come back to says so (`{source, search}`), and of the
 * `source` in what it says. It is alone here because the shell needs it.
 */
export const signInSource = 'connect-chat-sign-in';
