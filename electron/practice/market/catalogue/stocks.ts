import type { Instrument } from '../instrument';
import { makeStock } from './make';

const etf = {
  type: 'ETF',
  industry: 'Funds',
  category: 'Exchange Traded Fund',
  volatility: 0.17,
  marketWeight: 0.95,
} as const;
const bank = { industry: 'Financial', category: 'Banks', marketWeight: 0.65 } as const;
const health = {
  industry: 'Consumer, Non-cyclical',
  category: 'Pharmaceuticals',
  volatility: 0.2,
  marketWeight: 0.4,
} as const;
const retail = { industry: 'Consumer, Cyclical', category: 'Retail', volatility: 0.22 } as const;
const energy = { industry: 'Energy', category: 'Oil&Gas', volatility: 0.26, marketWeight: 0.4 } as const;
const chips = { category: 'Semiconductors', volatility: 0.42, marketWeight: 0.65 } as const;
const industrial = { industry: 'Industrial', category: 'Aerospace/Defense', volatility: 0.3 } as const;

/** US listings. Names and conids are IBKR's where publicly known; every price is invented. */
export const stocks: readonly Instrument[] = [
  makeStock(265598, 'AAPL', 'APPLE INC', 'NASDAQ', 232.4, { hasOptions: true, volatility: 0.26 }),
  makeStock(272093, 'MSFT', 'MICROSOFT CORP', 'NASDAQ', 498.2, {
    category: 'Software',
    volatility: 0.24,
    hasOptions: true,
  }),
  makeStock(3691937, 'AMZN', 'AMAZON.COM INC', 'NASDAQ', 229.1, {
    industry: 'Communications',
    category: 'Internet',
    volatility: 0.31,
  }),
  makeStock(208813719, 'GOOGL', 'ALPHABET INC-CL A', 'NASDAQ', 209.8, {
    industry: 'Communications',
    category: 'Internet',
  }),
  makeStock(208813720, 'GOOG', 'ALPHABET INC-CL C', 'NASDAQ', 210.6, {
    industry: 'Communications',
    category: 'Internet',
  }),
  makeStock(107113386, 'META', 'META PLATFORMS INC-CLASS A', 'NASDAQ', 742.7, {
    industry: 'Communications',
    category: 'Internet',
    volatility: 0.34,
  }),
  makeStock(4815747, 'NVDA', 'NVIDIA CORP', 'NASDAQ', 178.3, { ...chips, hasOptions: true }),
  makeStock(76792991, 'TSLA', 'TESLA INC', 'NASDAQ', 346.9, {
    industry: 'Consumer, Cyclical',
    category: 'Auto Manufacturers',
    volatility: 0.55,
    hasOptions: true,
  }),
  makeStock(15124833, 'NFLX', 'NETFLIX INC', 'NASDAQ', 1210.5, {
    industry: 'Communications',
    category: 'Internet',
    volatility: 0.33,
  }),
  makeStock(4391, 'AMD', 'ADVANCED MICRO DEVICES', 'NASDAQ', 163.8, chips),
  makeStock(270639, 'INTC', 'INTEL CORP', 'NASDAQ', 24.6, chips),
  makeStock(275117, 'QCOM', 'QUALCOMM INC', 'NASDAQ', 158.2, chips),
  makeStock(268084, 'CSCO', 'CISCO SYSTEMS INC', 'NASDAQ', 68.4, { volatility: 0.22 }),
  makeStock(265768, 'ADBE', 'ADOBE INC', 'NASDAQ', 355.6, { category: 'Software' }),
  makeStock(4157, 'ADI', 'ANALOG DEVICES INC', 'NASDAQ', 246.5, chips),
  makeStock(8314, 'IBM', 'INTL BUSINESS MACHINES CORP', 'NYSE', 243.9, { volatility: 0.22 }),
  makeStock(1520593, 'JPM', 'JPMORGAN CHASE & CO', 'NYSE', 298.6, bank),
  makeStock(10098, 'BAC', 'BANK OF AMERICA CORP', 'NYSE', 49.7, bank),
  makeStock(4901, 'AXP', 'AMERICAN EXPRESS CO', 'NYSE', 318.3, bank),
  makeStock(8719, 'JNJ', 'JOHNSON & JOHNSON', 'NYSE', 176.4, health),
  makeStock(11031, 'PFE', 'PFIZER INC', 'NYSE', 24.9, health),
  makeStock(9160, 'LLY', 'ELI LILLY & CO', 'NYSE', 735.0, { ...health, volatility: 0.32 }),
  makeStock(8894, 'KO', 'COCA-COLA CO/THE', 'NYSE', 69.1, {
    industry: 'Consumer, Non-cyclical',
    category: 'Beverages',
    volatility: 0.15,
    marketWeight: 0.3,
  }),
  makeStock(11017, 'PEP', 'PEPSICO INC', 'NASDAQ', 149.2, {
    industry: 'Consumer, Non-cyclical',
    category: 'Beverages',
    volatility: 0.17,
    marketWeight: 0.3,
  }),
  makeStock(13824, 'WMT', 'WALMART INC', 'NYSE', 97.3, retail),
  makeStock(272997, 'COST', 'COSTCO WHOLESALE CORP', 'NASDAQ', 946.2, retail),
  makeStock(9408, 'MCD', "MCDONALD'S CORP", 'NYSE', 312.7, retail),
  makeStock(10291, 'NKE', 'NIKE INC -CL B', 'NYSE', 77.4, { ...retail, volatility: 0.3 }),
  makeStock(6459, 'DIS', 'WALT DISNEY CO/THE', 'NYSE', 118.4, {
    industry: 'Communications',
    category: 'Media',
  }),
  makeStock(13977, 'XOM', 'EXXON MOBIL CORP', 'NYSE', 113.6, energy),
  makeStock(5684, 'CVX', 'CHEVRON CORP', 'NYSE', 158.9, energy),
  makeStock(4762, 'BA', 'BOEING CO/THE', 'NYSE', 234.7, industrial),
  makeStock(5437, 'CAT', 'CATERPILLAR INC', 'NYSE', 418.2, industrial),
  makeStock(10190, 'MMM', '3M CO', 'NYSE', 155.4, industrial),
  makeStock(13272, 'UNH', 'UNITEDHEALTH GROUP INC', 'NYSE', 309.1, { ...health, volatility: 0.36 }),
  makeStock(270662, 'INTU', 'INTUIT INC', 'NASDAQ', 667.9, { category: 'Software' }),
  makeStock(756733, 'SPY', 'SPDR S&P 500 ETF TRUST', 'ARCA', 645.2, { ...etf, hasOptions: true }),
  makeStock(320227571, 'QQQ', 'INVESCO QQQ TRUST SERIES 1', 'NASDAQ', 571.3, {
    ...etf,
    volatility: 0.21,
    hasOptions: true,
  }),
  makeStock(9579970, 'IWM', 'ISHARES RUSSELL 2000 ETF', 'ARCA', 235.0, { ...etf, volatility: 0.22 }),
  makeStock(136155102, 'VOO', 'VANGUARD S&P 500 ETF', 'ARCA', 593.1, etf),
  makeStock(52197301, 'VT', 'VANGUARD TOT WORLD STK ETF', 'ARCA', 134.2, { ...etf, volatility: 0.15 }),
  makeStock(51529211, 'GLD', 'SPDR GOLD SHARES', 'ARCA', 317.4, {
    ...etf,
    volatility: 0.16,
    marketWeight: 0.05,
  }),
  makeStock(15547841, 'TLT', 'ISHARES 20+ YEAR TREASURY BO', 'NASDAQ', 87.2, {
    ...etf,
    volatility: 0.14,
    marketWeight: -0.2,
  }),
];
