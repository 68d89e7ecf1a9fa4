export const organise = {} as const;
