import type { CertificateKind } from './certificates';
import type { PracticeClock } from './clock';
import { createFaultEngine, type FaultEngine } from './faults/engine';
import { createPacing, type Pacing } from './http/pacing';
import type { HoursMode } from './market/calendar';
import type { ScenarioName } from './scenarios/scenarios';
import { createTruth, type Truth } from './truth';
import { createWorld, type QuoteStream, type World } from './world';

export interface HostOptions {
  readonly seed: number;
  readonly scenario: ScenarioName;
  readonly clock: PracticeClock;
  readonly hours: HoursMode;
  readonly easy: boolean;
  readonly expire: boolean;
  readonly quoteStream?: QuoteStream | undefined;
  /** Null: requests are not counted. */
  readonly penaltyMs: number | null;
  readonly certificate?: CertificateKind | undefined;
}

/** What new connections are shown; `connections` counts down, then it is the good one again. */
export interface CertificateChoice {
  readonly kind: CertificateKind;
  readonly connections: number;
}

/** What outlives a world: faults, ground truth, pacing, and the change from one scenario to another. */
export interface Host {
  readonly world: () => World;
  readonly clock: PracticeClock;
  readonly faults: FaultEngine;
  readonly truth: Truth;
  readonly pacing: Pacing | null;
  /** As if the gateway had been restarted: everything forgotten, every client dropped. */
  readonly restart: (scenario?: ScenarioName) => void;
  readonly onRestart: (listener: () => void) => void;
  /** Sends a frame to every websocket client, as IBKR does with `ntf` and `blt`. */
  readonly broadcast: (message: unknown) => void;
  readonly onBroadcast: (listener: (message: unknown) => void) => void;
  readonly showCertificate: (choice: CertificateChoice) => void;
  readonly onCertificate: (listener: (choice: CertificateChoice) => void) => void;
  readonly certificate: () => CertificateChoice;
  /** Answers on that loopback address only from now on; everyone connected is dropped. */
  readonly listenOn: (address: LoopbackAddress) => void;
  readonly onListenOn: (listener: (address: LoopbackAddress) => void) => void;
  /** Every connection ends; nothing is forgotten. */
  readonly dropConnections: () => void;
  readonly onDropConnections: (listener: () => void) => void;
  /** Puts up a proxy that wants the client's traffic; told in the ground truth once it listens. */
  readonly trapProxy: () => void;
  readonly onTrapProxy: (listener: () => void) => void;
}

export type LoopbackAddress = '127.0.0.1' | '::1';

export function createHost({
  seed,
  scenario,
  clock,
  hours,
  easy,
  expire,
  quoteStream,
  penaltyMs,
  certificate = 'good',
}: HostOptions): Host {
  const truth = createTruth();
  const restartListeners: (() => void)[] = [];
  const broadcastListeners: ((message: unknown) => void)[] = [];
  const broadcast = (message: unknown) => {
    for (const listener of broadcastListeners) listener(message);
  };
  const make = (name: ScenarioName) => {
    const made = createWorld({
      seed,
      scenario: name,
      clock,
      hours,
      easy,
      expire,
      quoteStream,
      announce: broadcast,
    });
    truth.watch(made);
    return made;
  };
  let current = make(scenario);
  const certificateListeners: ((choice: CertificateChoice) => void)[] = [];
  const addressListeners: ((address: LoopbackAddress) => void)[] = [];
  const dropListeners: (() => void)[] = [];
  const trapListeners: (() => void)[] = [];
  let shown: CertificateChoice = { kind: certificate, connections: Infinity };
  return {
    world: () => current,
    clock,
    faults: createFaultEngine(seed, clock),
    truth,
    pacing: easy || penaltyMs === null ? null : createPacing(clock, penaltyMs),
    restart: (name = current.scenario) => {
      current.stop();
      current = make(name);
      for (const listener of restartListeners) listener();
    },
    onRestart: (listener) => void restartListeners.push(listener),
    broadcast,
    onBroadcast: (listener) => void broadcastListeners.push(listener),
    certificate: () => shown,
    showCertificate: (choice) => {
      shown = choice;
      for (const listener of certificateListeners) listener(choice);
    },
    onCertificate: (listener) => void certificateListeners.push(listener),
    listenOn: (address) => {
      for (const listener of addressListeners) listener(address);
    },
    onListenOn: (listener) => void addressListeners.push(listener),
    dropConnections: () => {
      for (const listener of dropListeners) listener();
    },
    onDropConnections: (listener) => void dropListeners.push(listener),
    trapProxy: () => {
      for (const listener of trapListeners) listener();
    },
    onTrapProxy: (listener) => void trapListeners.push(listener),
  };
}
