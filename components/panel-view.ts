import type { Snapshot } from '../src/engine/types.js';
import type { Strings } from '../src/i18n/strings.js';
import type { Avatars, ParticipantNames } from './avatar.js';
import type { CardHost } from './card-host.js';
import type { ComposerSubmitEvent, ComposerTypeEvent } from './composer-events.js';
import type { ConnectionNotice } from './connection-banner.js';
import type {
  ListAttendEvent,
  ListDiscardEvent,
  ListPlaceEvent,
  ListRefuseEvent,
  ListRetryEvent,
} from './message-list-events.js';
import type { PanelLayer } from './panel-layers.js';

/** What the page has set. */
export interface PanelSettings {
  readonly heading: string;
  readonly headingLevel: number;
  readonly placeholder: string;
  readonly logo: string;
  readonly logoAlt: string;
  readonly floating: boolean;
  readonly maxMessageBytes: number;
  readonly composerError: string;
  readonly consent: boolean;
  readonly locale: string;
  readonly avatars: Avatars;
  readonly participantNames: ParticipantNames;
  readonly markdown: boolean;
  readonly formatting: boolean;
  readonly files: number | undefined;
  readonly cards: CardHost | undefined;
}

/** Everything that one rendering of the panel is made of. */
export interface PanelView {
  readonly snapshot: Snapshot;
  readonly settings: PanelSettings;
  readonly strings: Strings;
  readonly notice: ConnectionNotice | undefined;
  /** What stands in the composer. */
  readonly text: string;
  readonly layer: PanelLayer | undefined;
  readonly actions: PanelActions;
}

/** What the pieces of the panel can ask for. */
export interface PanelActions {
  readonly consent: () => void;
  readonly start: () => void;
  readonly close: () => void;
  readonly askToEnd: () => void;
  readonly end: () => void;
  readonly pressHeader: () => void;
  readonly toggleMenu: () => void;
  readonly leaveMenu: () => void;
  readonly leaveDialog: () => void;
  readonly submit: (event: ComposerSubmitEvent) => void;
  readonly type: (event: ComposerTypeEvent) => void;
  readonly leaveComposer: () => void;
  readonly retry: (event: ListRetryEvent) => void;
  readonly discard: (event: ListDiscardEvent) => void;
  readonly attend: (event: ListAttendEvent) => void;
  readonly loadOlder: () => void;
  readonly rest: (event: ListPlaceEvent) => void;
  readonly refuse: (event: ListRefuseEvent) => void;
}
