import type { ConsoleParameter } from '../../../shared/domain/console';

/** What stands in the fields of a form, by argument; empty text is an absent argument. */
export type FieldTexts = Readonly<Record<string, string>>;

export type BuiltArguments =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

type Pieces = Pick<ConsoleParameter, 'name' | 'input' | 'required'>;

/** The fields as one JSON object. Numbers keep their digits: they are copied, never calculated. */
export function argumentsOf(parameters: ReadonlyArray<Pieces>, texts: FieldTexts): BuiltArguments {
  const problems: Record<string, string> = {};
  const members: string[] = [];
  for (const parameter of parameters) {
    const text = (texts[parameter.name] ?? '').trim();
    if (text === '') {
      if (parameter.required) problems[parameter.name] = 'Needed.';
      continue;
    }
    const token = tokenOf(parameter.input, text);
    if (token === null) problems[parameter.name] = problemWords[parameter.input];
    else members.push(`${JSON.stringify(parameter.name)}: ${token}`);
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, json: members.length === 0 ? '{}' : `{\n  ${members.join(',\n  ')}\n}` };
}

/** The fields that a JSON object fills; `null` when it is no object or has members the form does not know. */
export function textsOf(parameters: ReadonlyArray<Pieces>, json: string): FieldTexts | null {
  const value = parsed(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const members = value as Readonly<Record<string, unknown>>;
  if (Object.keys(members).some((key) => !parameters.some(({ name }) => name === key))) return null;
  return Object.fromEntries(
    parameters.map(({ name, input }) => [name, textOf(input, members[name])] as const),
  );
}

const problemWords: Readonly<Record<ConsoleParameter['input'], string>> = {
  text: 'Not a text.',
  number: 'A number with a decimal point, such as 190.5.',
  boolean: 'True or false.',
  choice: 'One of the values listed.',
  list: 'Values between commas.',
  json: 'This is not JSON.',
};

function tokenOf(input: ConsoleParameter['input'], text: string): string | null {
  switch (input) {
    case 'text':
      return JSON.stringify(text);
    case 'number':
      return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : null;
    case 'boolean':
      return text === 'true' || text === 'false' ? text : null;
    case 'choice':
    case 'json':
      return parsed(text) === undefined ? null : text;
    case 'list':
      return text.startsWith('[')
        ? parsed(text) === undefined
          ? null
          : text
        : JSON.stringify(text.split(/[,;\s]+/).filter((part) => part !== ''));
  }
}

function textOf(input: ConsoleParameter['input'], value: unknown): string {
  if (value === undefined || value === null) return '';
  if (input === 'json' || input === 'choice') return JSON.stringify(value, null, 2);
  if (Array.isArray(value)) {
    return value.every((part) => typeof part === 'string' || typeof part === 'number')
      ? value.join(', ')
      : JSON.stringify(value);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
