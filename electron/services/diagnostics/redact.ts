/**
 * Takes out of a text what says who somebody is or what they trade: account numbers, tokens, long numbers (order and
 * contract ids, quantities of money), addresses of people, the home folder. What stays tells a defect from a setting.
 */
export function redact(text: string): string {
  return (
    text
      // Anything a token could be comes first: parts of one must not survive as "numbers".
      .replace(/\b[A-Fa-f0-9]{16,}\b/g, '[token]')
      .replace(/\b(?=[A-Za-z0-9+/_-]*\d)[A-Za-z0-9+/_-]{24,}={0,2}/g, '[token]')
      .replace(/\b[A-Z]{1,3}\d{5,9}[A-Z]?\b/g, '[account]')
      .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '[address]')
      .replace(/(\/home\/|\/Users\/|\\Users\\)[^/\\\s"]+/g, '$1[user]')
      .replace(/(?<![\d:.T-])\d{7,}(?![\d:T])/g, '[number]')
  );
}

/** One line of the log: of orders only that something happened, never what. */
export function redactLine(line: string): string {
  const order = /"code":"(?:orders?|trading|journal|wire)[^"]*"/.exec(line);
  if (order === null) return redact(line);
  const when = /^\S+ \S+/.exec(line)?.[0] ?? '';
  return `${when} {${order[0]}}`;
}
