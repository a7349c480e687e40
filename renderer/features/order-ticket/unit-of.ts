import type { Instrument } from '../../../shared/domain/instrument';

/** What one counts of it. */
export const unitOf = ({ assetClass }: Instrument): string =>
  assetClass === 'STK' ? 'shares' : assetClass === 'CASH' ? 'units' : 'contracts';
