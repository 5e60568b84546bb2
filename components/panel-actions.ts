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
      if (!panel.dispatchEvent(new PanelSendEvent(event.detail.text))) return event.preventDefault();
      // At once: what has been sent must not come back as a draft.
      draft.write('');
      draft.flush();
    },
    type: ({ detail: { text } }) => {
      panel.composerError = '';
      draft.write(text);
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
