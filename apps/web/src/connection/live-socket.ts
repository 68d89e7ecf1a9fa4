import { CardAuthors } from '@rapport/protocol/card-authors';
import { FailureCode, type Failure } from '@rapport/protocol/failures';
import { GroupEvent } from '@rapport/protocol/group-events';
import { PlenaryNews } from '@rapport/protocol/plenary';
import { RoomList } from '@rapport/protocol/room-list';
import { SymposiumState } from '@rapport/protocol/symposium-state';
import { io, type Socket } from 'socket.io-client';

/** What the server sends unasked, by topic. */
const NEWS = {
  event: GroupEvent,
  room: RoomList,
  authors: CardAuthors,
  symposium: SymposiumState,
  plenary: PlenaryNews,
} as const;

export type News = { [Name in keyof typeof NEWS]: ReturnType<(typeof NEWS)[Name]['parse']> };

/** Who hears what happens to a live socket. */
export type LiveListeners = {
  onOpen: () => void;
  onLost: () => void;
  /** The server does not let this tab in. */
  onRefused: (failure: Failure) => void;
  onNews: <Name extends keyof News>(topic: Name, news: News[Name]) => void;
};

/** Opens the tab's live socket. News that cannot be read are left out. */
export const openLiveSocket = (url: string, tab: () => string | null, listeners: LiveListeners): Socket => {
  const socket = io(url, {
    path: '/live',
    auth: (answer) => answer({ tab: tab() }),
    // A hall whose Wi-Fi comes back comes back all at once.
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.6,
  });
  socket.on('connect', listeners.onOpen);
  socket.on('disconnect', (reason) => {
    listeners.onLost();
    // The server ended it; Socket.IO stays away by itself then. Trying once more tells whether we are still let in.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
    listeners.onLost();
    // `active` is false when the server's middleware refused: Socket.IO does not try again by itself.
    if (socket.active) return;
    const code = FailureCode.safeParse(error.data?.code ?? error.message);
    listeners.onRefused({ code: code.data ?? 'unauthenticated', message: error.message });
  });
  for (const [topic, schema] of Object.entries(NEWS)) {
    socket.on(topic, (payload: unknown) => {
      const news = schema.safeParse(payload);
      if (news.success) listeners.onNews(topic as keyof News, news.data);
    });
  }
  return socket;
};
