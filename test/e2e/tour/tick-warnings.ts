import type { Desk } from '../../support/desk';

/** Ticks every warning of the review: what a person does who has read them. */
export async function tickWarnings(desk: Desk): Promise<void> {
  for (const box of await desk.review.getByRole('checkbox').all()) await box.check();
}
