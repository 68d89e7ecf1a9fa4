import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DocumentId } from '@rapport/domain/document-id';
import type { ReportFormat } from '@rapport/protocol/http';
import type { TestServer } from './boot-server.ts';
import { HttpClient, type Answer } from './http-client.ts';
import type { LiveClient } from './live-client.ts';
import type { Person, SeededGroup } from './seed-group.ts';

/** Everything that left the server, by the way it took. */
type Channel = 'http' | 'live' | 'sync' | 'file' | 'log';

/** `what`: a call, an event or command, a kind of frame, or a file within an export. */
type Message = { channel: Channel; to: string; what: string; text: string };

type SecretKind = 'name' | 'delegation' | 'seat' | 'email' | 'code';
/** `of`: everybody it is true of; a delegation has more than one. */
type Secret = { kind: SecretKind; of: string[]; text: string };

/** Kinds of sync frames by their first byte. */
const FRAMES = new Map([
  [0, 'document'],
  [1, 'presence'],
  [102, 'token'],
  [103, 'refusal'],
]);

/**
 * Messages that may say who somebody is (docs/method.md §4); the list is closed. Each says which kinds of secrets, and
 * whether only the receiver's own. None of them may also hold a card, option or paper id.
 */
type Allowance = { fits: (message: Message) => boolean; kinds: readonly SecretKind[]; ownOnly: boolean };

const EVERYTHING: readonly SecretKind[] = ['name', 'delegation', 'seat', 'email', 'code'];
const ROOM_LIST = new Set(['room', 'ack of room.list']);
const OWN_SIGN_IN = new Set(['POST /api/sessions', 'GET /api/me']);
/** The one who holds the key: prepares rosters and rounds. */
const ORGANISER = 'organiser';
/** A projector: nobody. */
const SCREEN = 'a screen';

const ALLOWANCES: readonly Allowance[] = [
  { fits: ({ channel, what }) => channel === 'http' && OWN_SIGN_IN.has(what), kinds: EVERYTHING, ownOnly: true },
  { fits: ({ channel, to }) => channel === 'http' && to === ORGANISER, kinds: EVERYTHING, ownOnly: false },
  {
    fits: ({ channel, what }) => channel === 'live' && ROOM_LIST.has(what),
    kinds: ['name', 'delegation'],
    ownOnly: false,
  },
];
/** To whoever leads, to give roles. */
const LEADING: ReadonlySet<Person['role']> = new Set(['facilitator', 'cofacilitator']);
/** Messages of which every entry is about one card; each is judged by itself. */
const AUTHORS = new Set(['authors', 'ack of card.authors']);
const ONE_AUTHOR = 'author of a card';
/** One entry of an option's list of sponsors, as it is sent. */
const SPONSOR = /\{"delegation":"([^"]*)","bloc":"[a-z0-9-]+","suspended":(?:true|false)\}/g;

/** Only where names are shown anyway. */
const NAMED_PRESENCE: Allowance = {
  fits: ({ channel, what }) => channel === 'sync' && what === 'presence',
  kinds: ['name', 'delegation'],
  ownOnly: false,
};

/** Calls the server and writes down what comes back, headers included. */
class RecordingHttp extends HttpClient {
  readonly #take: (what: string, text: string) => void;

  constructor(url: string, token: string | null, take: (what: string, text: string) => void) {
    super(url, token);
    this.#take = take;
  }

  override async call<T = unknown>(
    method: string,
    path: string,
    options?: Parameters<HttpClient['call']>[2],
  ): Promise<Answer<T>> {
    const answer = await super.call<T>(method, path, options);
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    this.#take(`${method} ${path}`, `${headers}\n\n${answer.text}`);
    return answer;
  }
}

/**
 * Records every socket message, HTTP answer, sync frame, export and log line of a scripted session and looks for every
 * roster name, delegation, seat id, e-mail and personal code of the seeded group. Scripts call the server through the clients made
 * here; a new way out of the server gets a method here and thereby the same search.
 */
export class LeakHarness implements Disposable {
  readonly #server: TestServer;
  readonly #group: SeededGroup;
  readonly #messages: Message[] = [];
  readonly #contentIds = new Set<string>();
  readonly #providers: WebsocketProvider[] = [];
  readonly #allowances: readonly Allowance[];
  /** Cards whose authors have said "I own this". */
  readonly #signed = new Map<string, string>();
  /** Delegations that have signed an option, on the record. */
  readonly #sponsors = new Set<string>();

  constructor(server: TestServer, group: SeededGroup) {
    this.#server = server;
    this.#group = group;
    const leaders = new Set(group.people.filter(({ role }) => LEADING.has(role)).map((one) => one.displayName));
    this.#allowances = [
      ...ALLOWANCES,
      {
        fits: ({ channel, what, to }) =>
          channel === 'live' && what === 'ack of seat.list' && (leaders.has(to) || to === ORGANISER),
        kinds: ['name', 'delegation', 'seat'],
        ownOnly: false,
      },
      ...(group.symposium.attribution === 'named' ? [NAMED_PRESENCE] : []),
    ];
  }

  /** Somebody's HTTP calls; without a person those of the organiser. */
  http(person?: Person): HttpClient {
    const token = person === undefined ? this.#server.organiser.token : person.token;
    return this.#recordingHttp(person === undefined ? ORGANISER : person.displayName, token);
  }

  /** Signs in anew with the personal code and asks who one is. */
  async signIn(person: Person): Promise<void> {
    const http = this.#recordingHttp(person.displayName, null);
    await http.post('/api/sessions', { joinCode: person.joinCode });
    await this.#recordingHttp(person.displayName, person.token).get('/api/me');
  }

  /** Somebody's live socket, every packet of it; without a person the organiser's. */
  async live(person?: Person): Promise<LiveClient> {
    const client = await this.#server.live((person ?? this.#server.organiser).token ?? '');
    const to = person?.displayName ?? ORGANISER;
    return this.#record(client, to);
  }

  /** A projector that came in by its code: its sign-in, and every packet of its live socket. */
  async screen(screenCode: string): Promise<LiveClient> {
    const answer = await this.#recordingHttp(SCREEN, null).post<{ token: string }>('/api/sessions', { screenCode });
    return this.#record(await this.#server.live(answer.body.token), SCREEN);
  }

  /** A stock sync client of somebody, every frame of it. */
  async sync(person: Person, documentId: DocumentId): Promise<WebsocketProvider> {
    const take = (bytes: Buffer): void =>
      this.#take('sync', person.displayName, FRAMES.get(bytes[0] ?? -1) ?? 'unknown', bytes.toString('utf8'));
    class RecordingSocket extends WebSocket {
      constructor(address: string) {
        super(address);
        this.on('message', (data: ArrayBuffer | Buffer) => take(Buffer.from(data as ArrayBuffer)));
      }
    }
    const provider = new WebsocketProvider(`${this.#server.url.replace(/^http/, 'ws')}/sync`, documentId, new Y.Doc(), {
      disableBc: true,
      params: { token: person.token },
      WebSocketPolyfill: RecordingSocket as unknown as typeof globalThis.WebSocket,
    });
    this.#providers.push(provider);
    await new Promise<void>((resolve) => {
      const listen = (synced: boolean): void => {
        if (!synced) return;
        provider.off('sync', listen);
        resolve();
      };
      provider.on('sync', listen);
    });
    return provider;
  }

  /** Takes a report out of the house. Returns the HTTP status. */
  report(person: Person, format: ReportFormat): Promise<number> {
    return this.file(person, `/api/groups/${this.#group.groupId}/report?format=${format}&lang=en`, format);
  }

  /**
   * Takes a file out of the house, unpacked where it is an archive or a PDF; without a person the organiser does.
   * Returns the HTTP status.
   */
  async file(person: Person | undefined, path: string, format: ReportFormat): Promise<number> {
    const token = person === undefined ? this.#server.organiser.token : person.token;
    const to = person?.displayName ?? ORGANISER;
    const response = await fetch(this.#server.url + path, { headers: { authorization: `Bearer ${token}` } });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    this.#take('file', to, `headers of ${format}`, headers);
    const bytes = new Uint8Array(await response.arrayBuffer());
    this.#take('file', to, format, Buffer.from(bytes).toString('utf8'));
    if (format === 'pdf') this.#take('file', to, 'pdf, unpacked', unpackPdf(bytes));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const archive = await JSZip.loadAsync(bytes);
      for (const entry of Object.values(archive.files)) {
        const about = `${entry.name}\n${entry.comment}\n${await entry.async('string')}`;
        this.#take('file', to, `${format}: ${entry.name}`, about);
      }
    }
    return response.status;
  }

  /** Ids of cards, options and papers: what must never stand beside who somebody is. */
  noteContent(ids: Iterable<string>): void {
    for (const id of ids) this.#contentIds.add(id);
  }

  /** A card whose author has signed it: that name may stand on that card, in the room. */
  noteSigned(cardId: string, person: Person): void {
    this.#signed.set(cardId, person.displayName);
  }

  /** A delegation that has signed an option: it may stand in that option's list of sponsors and in files. */
  noteSponsor({ delegation }: Person): void {
    this.#sponsors.add(delegation);
  }

  /** Times that stand in files, but for the symposium's first day and the first day an archive can name. */
  timesInFiles(): string[] {
    const files = this.#messages.filter(({ channel, what }) => channel === 'file' && !what.startsWith('headers'));
    return files.flatMap(({ what, text }) =>
      [...text.matchAll(/\b20\d\d-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?|\b1[678]\d{11}\b/g)]
        .map(([time]) => time)
        .filter((time) => !/^2026-02-14(?:T00:00:00)?$/.test(time))
        .map((time) => `${what} holds ${time}`),
    );
  }

  /** How many messages came each way: a search that has seen nothing proves nothing. */
  counts(): Record<Channel, number> {
    const counts: Record<Channel, number> = { http: 0, live: 0, sync: 0, file: 0, log: 0 };
    for (const { channel } of this.#all()) counts[channel] += 1;
    return counts;
  }

  /** Frames of presence with a cursor, as they came. */
  cursors(): string[] {
    return this.#messages.flatMap(({ what, text }) => (what === 'presence' && text.includes('"cursor"') ? [text] : []));
  }

  /** Everything that said too much, in words; nothing of it when all is well. */
  leaks(): string[] {
    const leaks: string[] = [];
    for (const message of this.#all()) {
      const found = this.#secrets().filter(
        ({ kind, text }) => message.text.includes(text) && !this.#isSponsorInFile(message, kind, text),
      );
      if (found.length === 0) continue;
      if (message.what === ONE_AUTHOR && this.#mayBeSaid(message, found)) continue;
      const allowance = this.#allowances.find((one) => one.fits(message));
      const where = `${message.channel} “${message.what}” to ${message.to}`;
      for (const { kind, of } of found) {
        const own = of.includes(message.to);
        if (allowance === undefined || !allowance.kinds.includes(kind) || (allowance.ownOnly && !own)) {
          leaks.push(`${where} holds the ${kind} of ${of.join(', ')}`);
        }
      }
      for (const id of this.#contentIds) {
        if (message.text.includes(id) && !isOwnPresence(message)) leaks.push(`${where} holds a person beside ${id}`);
      }
    }
    return leaks;
  }

  [Symbol.dispose](): void {
    for (const provider of this.#providers) {
      provider.destroy();
      provider.doc.destroy();
    }
  }

  #record(client: LiveClient, to: string): LiveClient {
    const asked = new Map<string, string>();
    client.socket.io.engine.on('packetCreate', ({ data }) => {
      const sent = /^2(\d+)\["command",\{"name":"([a-z.]+)"/.exec(String(data));
      if (sent?.[1] !== undefined && sent[2] !== undefined) asked.set(sent[1], sent[2]);
    });
    client.socket.io.engine.on('packet', ({ data }) => {
      const text = String(data);
      const ack = /^3(\d+)/.exec(text)?.[1];
      const name = /^2\["([a-z]+)"/.exec(text)?.[1] ?? 'packet';
      this.#take('live', to, ack === undefined ? name : `ack of ${asked.get(ack) ?? 'nothing'}`, text);
    });
    return client;
  }

  #all(): Message[] {
    const log = this.#server.logLines.map((text) => ({
      channel: 'log' as const,
      to: 'the operator',
      what: 'line',
      text,
    }));
    return [...this.#messages.map((one) => this.#withoutSponsors(one)).flatMap((one) => apart(one)), ...log];
  }

  /** A message without the entries of those who have signed; what they say besides is searched like all else. */
  #withoutSponsors(message: Message): Message {
    if (message.channel !== 'live' && message.channel !== 'http') return message;
    const text = message.text.replaceAll(SPONSOR, (entry, delegation: string) =>
      this.#sponsors.has(delegation) ? '' : entry,
    );
    return { ...message, text };
  }

  /** The sponsor block of a report is on the record. */
  #isSponsorInFile({ channel }: Message, kind: SecretKind, text: string): boolean {
    return channel === 'file' && kind === 'delegation' && this.#sponsors.has(text);
  }

  /** Name and delegation of an author: of everybody in `named`, else of who has signed that very card. */
  #mayBeSaid({ text }: Message, found: readonly Secret[]): boolean {
    const { cardId } = JSON.parse(text) as { cardId: string };
    const signer = this.#signed.get(cardId);
    return found.every(
      ({ kind, of }) =>
        (kind === 'name' || kind === 'delegation') &&
        (this.#group.symposium.attribution === 'named' || (signer !== undefined && of.includes(signer))),
    );
  }

  #secrets(): Secret[] {
    const secrets = new Map<string, Secret>();
    for (const person of this.#group.people) {
      const { displayName: name, delegation, seatId: seat, email, joinCode: code } = person;
      for (const [kind, text] of Object.entries({ name, delegation, seat, email, code }) as [SecretKind, string][]) {
        const known = secrets.get(text);
        if (known === undefined) secrets.set(text, { kind, of: [name], text });
        else known.of.push(name);
      }
    }
    return [...secrets.values()];
  }

  #recordingHttp(to: string, token: string | null): HttpClient {
    return new RecordingHttp(this.#server.url, token, (what, text) => this.#take('http', to, what, text));
  }

  #take(channel: Channel, to: string, what: string, text: string): void {
    this.#messages.push({ channel, to, what, text });
  }
}

/** Where names are shown, a drag or an edit names its card: that is what `named` means. */
const isOwnPresence = ({ channel, what }: Message): boolean => channel === 'sync' && what === 'presence';

/** A PDF's streams as far as they are packed; letters on its pages are numbers of glyphs, its metadata are words. */
const unpackPdf = (bytes: Uint8Array): string =>
  Array.from(
    Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g),
    (match) => {
      try {
        return inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('utf8');
      } catch {
        return match[1] ?? '';
      }
    },
  ).join('\n');

/** A list of authors as its entries and what is left without them; every other message as it is. */
const apart = (message: Message): Message[] => {
  if (message.channel !== 'live' || !AUTHORS.has(message.what)) return [message];
  const entries: Message[] = [];
  const rest = message.text.replaceAll(/\{"cardId":"[^"]*"(?:,"author":\{[^{}]*\}|,"bloc":"[^"]*")*\}/g, (entry) => {
    entries.push({ ...message, what: ONE_AUTHOR, text: entry });
    return '';
  });
  return [{ ...message, text: rest }, ...entries];
};
