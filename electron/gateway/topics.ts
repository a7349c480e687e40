/** What can be subscribed on the websocket — WEBSOCKET §3. Accounts and ids as they go on the wire. */
export type TopicSpec =
  | {
      readonly topic: 'smd';
      readonly conid: number | string;
      readonly exchange?: string;
      readonly fields: ReadonlyArray<string>;
    }
  | {
      readonly topic: 'smh';
      readonly conid: number | string;
      readonly exchange?: string;
      readonly period: string;
      readonly bar: string;
      readonly outsideRth?: boolean;
      /** `trades`, `midpoint`, `bid_ask`, `bid`, `ask`. */
      readonly source?: string;
      readonly format?: string;
    }
  | { readonly topic: 'sor'; readonly filters?: ReadonlyArray<string> }
  | { readonly topic: 'spl' }
  | { readonly topic: 'str'; readonly realtimeUpdatesOnly?: boolean; readonly days?: number }
  | {
      readonly topic: 'sbd';
      readonly accountId: string;
      readonly conid: number | string;
      readonly exchange?: string;
    }
  | {
      readonly topic: 'ssd' | 'sld';
      readonly accountId: string;
      readonly keys?: ReadonlyArray<string>;
      readonly fields?: ReadonlyArray<string>;
    };

export type TopicName = TopicSpec['topic'];
type SpecOf<T extends TopicName> = Extract<TopicSpec, { topic: T }>;

/** Subscriptions with the same key are one on the wire. The fields of quotes are not part of it: they are united. */
export function topicKey(spec: TopicSpec): string {
  switch (spec.topic) {
    case 'smd':
      return `smd+${withExchange(spec)}`;
    case 'smh':
      return `smh+${withExchange(spec)}+${spec.period}+${spec.bar}+${spec.outsideRth ?? false}+${spec.source ?? 'trades'}`;
    case 'sbd':
      return `sbd+${spec.accountId}+${spec.conid}`;
    case 'ssd':
    case 'sld':
      return `${spec.topic}+${spec.accountId}`;
    case 'sor':
    case 'spl':
    case 'str':
      return spec.topic;
  }
}

export function subscribeFrame(spec: TopicSpec): string {
  switch (spec.topic) {
    case 'smd':
      return `smd+${withExchange(spec)}+${JSON.stringify({ fields: spec.fields })}`;
    case 'smh':
      return `smh+${spec.conid}+${JSON.stringify(historyArguments(spec))}`;
    case 'sor':
      return `sor+${JSON.stringify(spec.filters === undefined ? {} : { filters: spec.filters })}`;
    case 'spl':
      return 'spl+{}';
    case 'str': {
      const { realtimeUpdatesOnly = false, days = 1 } = spec;
      return `str+${JSON.stringify({ realtimeUpdatesOnly, days })}`;
    }
    case 'sbd':
      return [
        'sbd',
        spec.accountId,
        spec.conid,
        ...(spec.exchange === undefined ? [] : [spec.exchange]),
      ].join('+');
    case 'ssd':
    case 'sld': {
      const { topic, accountId, keys, fields } = spec;
      return `${topic}+${accountId}+${JSON.stringify({ ...(keys === undefined ? {} : { keys }), ...(fields === undefined ? {} : { fields }) })}`;
    }
  }
}

/** `null` where the server must first tell its own id: history is cancelled by that id alone — GOTCHAS 104. */
export function unsubscribeFrame(spec: TopicSpec, serverId: string | null): string | null {
  switch (spec.topic) {
    case 'smd':
      return `umd+${withExchange(spec)}+{}`;
    case 'smh':
      return serverId === null ? null : `umh+${serverId}`;
    case 'sor':
      return 'uor+{}';
    case 'spl':
      return 'upl+{}';
    case 'str':
      return 'utr';
    case 'sbd':
      return `ubd+${spec.accountId}`;
    case 'ssd':
    case 'sld':
      return `u${spec.topic.slice(1)}+${spec.accountId}+{}`;
  }
}

/**
 * Whether a frame's topic belongs to a subscription. The server may repeat the exchange of the subscription or
 * leave it out: both match — GOTCHAS 109.
 */
export function matchesTopic(spec: TopicSpec, topic: string, conid: string | null): boolean {
  const [name = '', ...rest] = topic.split('+');
  if (name !== spec.topic) return false;
  switch (spec.topic) {
    case 'smd':
    case 'smh': {
      const target = rest[0] ?? conid;
      if (target === null) return false;
      const [id, exchange] = target.split('@');
      const own = String(spec.conid).split('@')[0];
      return id === own && (exchange === undefined || exchange === exchangeOf(spec));
    }
    case 'sbd':
      return (
        rest[0] === spec.accountId && (rest[1] === undefined || rest[1].split('@')[0] === String(spec.conid))
      );
    case 'ssd':
    case 'sld':
      return rest[0] === spec.accountId;
    case 'sor':
    case 'spl':
    case 'str':
      return true;
  }
}

const exchangeOf = ({
  conid,
  exchange,
}: {
  readonly conid: number | string;
  readonly exchange?: string;
}): string | undefined => exchange ?? String(conid).split('@')[1];

const withExchange = (spec: { readonly conid: number | string; readonly exchange?: string }): string =>
  spec.exchange === undefined || String(spec.conid).includes('@')
    ? String(spec.conid)
    : `${spec.conid}@${spec.exchange}`;

const historyArguments = (spec: SpecOf<'smh'>) => ({
  exchange: spec.exchange ?? '',
  period: spec.period,
  bar: spec.bar,
  outsideRth: spec.outsideRth ?? false,
  source: spec.source ?? 'trades',
  format: spec.format ?? '%o/%c/%h/%l/%v',
});
