/** Origin of changes that were found on this device and that the server had already. */
export const FOUND = Symbol('found on this device');
/** Origin of changes that were found on this device and that the server may not have. */
export const FOUND_UNSAVED = Symbol('found unsaved on this device');
