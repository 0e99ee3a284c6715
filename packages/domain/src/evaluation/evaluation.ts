/** An evaluation's way from draft to frozen. */
export const evaluationStatuses = ['draft', 'submitted', 'returned', 'approved'] as const;
export type EvaluationStatus = (typeof evaluationStatuses)[number];

/** What the evaluation recommends: fortsæt, justér, stop or spred. */
export const recommendations = ['continue', 'adjust', 'stop', 'spread'] as const;
export type Recommendation = (typeof recommendations)[number];

export const attainments = ['achieved', 'partly', 'notAchieved', 'tooEarly'] as const;
export type Attainment = (typeof attainments)[number];
