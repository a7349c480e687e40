const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Named {
  readonly symbol: string;
  /** YYYYMMDD; `null` for what does not expire. */
  readonly expiry: string | null;
  readonly strike: string | null;
  readonly right: string | null;
}

/** "18 Dec 26" of YYYYMMDD; what is written otherwise stays as it is. */
export function expiryName(expiry: string): string {
  const [, year = '', month = '', day = ''] = /^\d\d(\d\d)(\d\d)(\d\d)$/.exec(expiry) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? expiry : `${Number(day)} ${name} ${year}`;
}

/** What tells contracts of one ticker apart: "AAPL 18 Dec 26 230 C". An option never goes by its ticker alone. */
export const contractName = ({ symbol, expiry, strike, right }: Named): string =>
  [symbol, expiry === null ? null : expiryName(expiry), strike, right]
    .filter((part) => part !== null)
    .join(' ');
