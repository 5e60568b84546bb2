import type { DraftController } from '../src/controllers/draft-controller.js';
import type { ChatSession } from '../src/controllers/select-controller.js';
import type { Command } from '../src/engine/types.js';
import {
  PanelCloseEvent,
  PanelConsentEvent,
  PanelEndEvent,
  PanelRefuseEvent,
  PanelSendEvent,
  PanelStartEvent,
} from './panel-events.js';
import type { PanelLayers } from './panel-layers.js';
import type { PanelActions } from './panel-view.js';

/** The note that says that the draft is markdown. */
export const FORMATTED = 'composer';

/** What the actions need of the panel. */
export interface PanelActionsHost extends EventTarget {
  readonly session: ChatSession | undefined;
  readonly confirmEndDisabled: boolean;
  composerError: string;
}

/** What the pieces of `panel` can ask for: some of it goes to the session, and some up to the page. */
export function panelActions(
  panel: PanelActionsHost,
  layers: PanelLayers,
  draft: DraftController,
): PanelActions {
  const send = (command: Command) => void panel.session?.send(command);
  const end = () => {
    layers.close();
    panel.dispatchEvent(new PanelEndEvent());
  };
  // Beside the draft, which may be sent after a refresh, or from another tab.
  const keepFormatted = (formatted: boolean) => {
    const text = formatted ? 'markdown' : '';
    if ((panel.session?.snapshot.notes[FORMATTED] ?? '') !== text)
      send({ type: 'note', name: FORMATTED, text });
  };
  return {
    consent: () => panel.dispatchEvent(new PanelConsentEvent()),
    start: () => panel.dispatchEvent(new PanelStartEvent()),
    close: () => panel.dispatchEvent(new PanelCloseEvent()),
    askToEnd: () => (panel.confirmEndDisabled ? end() : layers.open('end-dialog')),
    end,
    pressHeader: () => layers.press(),
    toggleMenu: () => layers.toggleMenu(),
    leaveMenu: () => layers.close(),
    leaveDialog: () => layers.close(),
    submit: (event) => {
      panel.composerError = '';
      const { text, formatted } = event.detail;
      if (!panel.dispatchEvent(new PanelSendEvent(text, formatted))) return event.preventDefault();
      // At once: what has been sent must not come back as a draft.
      draft.write('');
      draft.flush();
      keepFormatted(false);
    },
    type: ({ detail: { text, formatted } }) => {
      panel.composerError = '';
      draft.write(text);
      keepFormatted(formatted);
      if (text !== '') send({ type: 'type' });
    },
    leaveComposer: () => draft.flush(),
    retry: ({ detail: { key } }) => send({ type: 'retry-message', key }),
    discard: ({ detail: { key } }) => send({ type: 'discard-message', key }),
    attend: ({ detail: { attending } }) => send({ type: 'attend', attending }),
    loadOlder: () => send({ type: 'load-older' }),
    rest: ({ detail: { key } }) => send({ type: 'place', ...(key !== undefined && { key }) }),
    refuse: ({ detail: { reason } }) => panel.dispatchEvent(new PanelRefuseEvent(reason)),
  };
}
