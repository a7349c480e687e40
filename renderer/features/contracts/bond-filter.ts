import type { Bond } from '../../../shared/domain/bond';

/** Column ids of /iserver/secdef/bond-filters whose meaning a bond itself shows — OpenAPI 2.28, read 2026-11. */
export const bondColumns = { maturity: 27, coupon: 25, currency: 5 } as const;

/** Chosen values by column id; an empty text chooses all. */
export type BondChoice = Readonly<Record<number, string>>;

/** The bonds that fit every choice. Unknown never fits what is asked for; other columns do not narrow. */
export const chosenBonds = (bonds: ReadonlyArray<Bond>, choice: BondChoice): Bond[] =>
  bonds.filter((bond) => {
    const [maturity = '', coupon = '', currency = ''] = [
      choice[bondColumns.maturity],
      choice[bondColumns.coupon],
      choice[bondColumns.currency],
    ];
    return (
      (maturity === '' || bond.maturity?.startsWith(maturity) === true) &&
      (coupon === '' || (bond.coupon !== null && Number(bond.coupon) === Number(coupon))) &&
      (currency === '' || bond.currency === currency)
    );
  });
