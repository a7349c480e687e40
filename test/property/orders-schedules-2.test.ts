// Seam: the 10,000 schedules, second half, in a process of its own — see orders-schedule-run.ts.
import { runSchedules } from './orders-schedule-run';

runSchedules('schedules 5,001 to 10,000 of 10,000', () => undefined);
