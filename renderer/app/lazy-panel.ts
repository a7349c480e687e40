import { type ComponentType, lazy } from 'react';

/** A panel whose code is fetched when it is first opened: the desk starts with what it shows. */
export const lazyPanel = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
) => lazy(() => load().then((module) => ({ default: module[name] })));
