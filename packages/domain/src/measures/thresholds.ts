/** Who a number is for, from the project's own people outwards. */
export type Audience = 'project' | 'municipality' | 'otherDistrict' | 'funder' | 'public';

/** The smallest count each audience is shown; 1 means everything. */
export type Thresholds = Readonly<Record<Audience, number>>;

/** A municipality's own thresholds, in people: for colleagues here and elsewhere, for funders, for the public. */
export interface ChosenThresholds {
  thresholdCount: number;
  funderThresholdCount: number;
  publicThresholdCount: number;
}

/** No municipality may show smaller counts than these to anybody outside a project. */
export const thresholdFloors: ChosenThresholds = {
  thresholdCount: 3,
  funderThresholdCount: 10,
  publicThresholdCount: 10,
};

/** What a municipality that has chosen nothing shows. */
export const defaultThresholds: ChosenThresholds = {
  thresholdCount: 5,
  funderThresholdCount: 10,
  publicThresholdCount: 10,
};

/** The largest threshold that can be chosen; more would leave nothing to compare. */
export const thresholdCeiling = 50;

/** The smallest total of the individual tier that is shown to anybody outside a project. */
export const individualThreshold = 10;

/** The thresholds of each audience from what a municipality chose: never below {@link thresholdFloors}, and never lower for funders and the public than for colleagues. */
export function thresholdsFrom(chosen: ChosenThresholds): Thresholds {
  const near = Math.max(thresholdFloors.thresholdCount, chosen.thresholdCount);
  return {
    project: 1,
    municipality: near,
    otherDistrict: near,
    funder: Math.max(thresholdFloors.funderThresholdCount, near, chosen.funderThresholdCount),
    public: Math.max(thresholdFloors.publicThresholdCount, near, chosen.publicThresholdCount),
  };
}
