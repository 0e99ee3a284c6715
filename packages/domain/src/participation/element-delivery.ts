/** On how many evenings a core element was delivered, of those on which anybody said which were. `place` counts from 0. */
export interface ElementDelivery {
  place: number;
  deliveredCount: number;
  askedCount: number;
}
