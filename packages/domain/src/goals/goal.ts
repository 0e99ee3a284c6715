/** The unit an indicator is measured in; rates and shares are never summed. */
export const indicatorUnits = ['count', 'share', 'mean', 'oere', 'yesNo'] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

export const indicatorDirections = ['atLeast', 'atMost', 'up', 'down'] as const;
export type IndicatorDirection = (typeof indicatorDirections)[number];

export const measurementMethods = ['registration', 'survey', 'interview', 'register', 'observation', 'count'] as const;
export type MeasurementMethod = (typeof measurementMethods)[number];

/** Why there is no value; zero is a value and is not here. */
export const missingKinds = ['notMeasured', 'notApplicable', 'withheld'] as const;
export type MissingKind = (typeof missingKinds)[number];
