/** Where a fault happened, without its message: a database's may quote what people wrote. */
export const describeFault = (fault: unknown): { fault: string; code?: unknown; at: string[] } => {
  if (!(fault instanceof Error)) return { fault: typeof fault, at: [] };
  return {
    fault: fault.name,
    ...('code' in fault && { code: fault.code }),
    at: (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
  };
};
