import type { Route } from './reply';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export type RouteMatch = Match | 'wrong-method' | null;

/** Finds the route of a path; literal segments win over parameters, whatever the order of the table. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => RouteMatch {
  const compiled = routes
    .map((route) => ({ route, segments: route.pattern.split('/').slice(1) }))
    .sort((a, b) => literals(b.segments) - literals(a.segments));

  return (method, path) => {
    const segments = path.replace(/\/+$/, '').split('/').slice(1);
    let otherMethod = false;
    for (const { route, segments: pattern } of compiled) {
      const params = matchSegments(pattern, segments);
      if (params === null) continue;
      if (route.method === method) return { route, params };
      otherMethod = true;
    }
    return otherMethod ? 'wrong-method' : null;
  };
}

const literals = (segments: readonly string[]) =>
  segments.filter((segment) => !segment.startsWith(':')).length;

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(segment);
    else if (part !== segment) return null;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
