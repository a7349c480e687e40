import { authStatus, serverInfo } from '../session/auth-status';
import { accountsAnswer } from '../session/accounts-answer';
import type { World } from '../world';
import { createLadderTopic } from './ladder-topic';
import { createAccountTopics } from './account-topics';
import { createHistoryTopic } from './history-topic';
import { createOrdersTopic } from './orders-topic';
import { createProfitTopic } from './profit-topic';
import { createQuotesTopic } from './quotes-topic';
import { createTradesTopic } from './trades-topic';
import { readFrame, type Topic } from './topic';

export interface Wire {
  readonly send: (frame: string) => void;
  readonly close: (code: number) => void;
  /** Told which topics are open, for the ground truth. */
  readonly topics: (topics: ReadonlySet<string>) => void;
}

export interface Connection {
  readonly receive: (text: string) => void;
  readonly end: () => void;
}

const heartbeatMs = 10_000;

/** One websocket client: greeting, heartbeat, keep-alive, and the topics it subscribes to. */
export function openConnection(world: World, cookie: string | null, wire: Wire): Connection {
  const { clock, session } = world;
  const send = (message: unknown) => wire.send(JSON.stringify(message));
  const topics = new Map<string, Topic>(
    [
      createQuotesTopic(world, send),
      createHistoryTopic(world, send),
      createOrdersTopic(world, send),
      createTradesTopic(world, send),
      createProfitTopic(world, send),
      createLadderTopic(world, send),
      ...createAccountTopics(world, send),
    ].map((topic) => [topic.channel, topic]),
  );
  const open = new Set<string>();
  let greeted = false;
  let stopHeartbeat = () => {};
  let lastStatus = '';

  const greet = () => {
    greeted = true;
    send({ topic: 'system', success: world.user.name, isFT: false, isPaper: world.isPaper });
    send({ topic: 'act', args: accountsAnswer(world) });
    sendStatus();
    stopHeartbeat = clock.every(heartbeatMs, () => {
      send({ topic: 'system', hb: clock.now() });
    });
  };
  const sendStatus = () => {
    const { authenticated, established, competing, connected, message } = authStatus(world);
    lastStatus = statusKey(world);
    send({
      topic: 'sts',
      args: {
        connected,
        authenticated,
        established,
        competing,
        message,
        fail: '',
        ...serverInfo,
        username: world.user.name,
      },
    });
  };
  const stopWatching = clock.every(500, () => {
    if (greeted && statusKey(world) !== lastStatus) sendStatus();
  });

  const receive = (text: string) => {
    const offered = /^\s*\{\s*"session"\s*:\s*"([^"]*)"/.exec(text)?.[1];
    if (!greeted) {
      if (offered === session.token) greet();
      return;
    }
    // Once authenticated by cookie the same frame is an unknown topic (recorded/websocket/error-topic-unknown).
    if (offered !== undefined) {
      send({ error: `Topic unknown '${text.slice(0, 4)}'`, code: 1 });
      return;
    }
    if (text === 'tic' || text === 'ech+hb') {
      send({ topic: 'tic', alive: true, id: session.token, lastAccessed: clock.now() });
      return;
    }
    const frame = readFrame(text);
    const topic = frame === null ? undefined : topics.get(frame.channel);
    if (frame === null || topic === undefined) {
      send({ error: `Topic unknown '${text.slice(0, 4)}'`, code: 1 });
      return;
    }
    if (!session.authenticated) {
      send({ error: 'unable to subscribe', code: 500, topic: `s${frame.channel}` });
      return;
    }
    const name = `${frame.channel}+${frame.target}`;
    if (frame.subscribe) open.add(name);
    else open.delete(name);
    wire.topics(open);
    if (frame.subscribe) topic.subscribe(frame.target, frame.args);
    else topic.unsubscribe(frame.target);
  };

  const end = () => {
    stopHeartbeat();
    stopWatching();
    for (const topic of topics.values()) topic.end();
  };

  if (session.loggedIn && (cookie === session.token || world.easy)) greet();
  else send({ message: 'waiting for session' });
  return { receive, end };
}

const statusKey = ({ session }: World) =>
  [session.authenticated, session.established, session.competing, session.connected].join();
