import { createContext, use } from 'react';
import { DEFAULT_BLOCS, type Bloc } from '@rapport/domain/blocs';

/** The blocs of the symposium that a page is about: their words, and in their order their shapes and hues. */
export const BlocsContext = createContext<readonly Bloc[]>(DEFAULT_BLOCS);

export const useBlocs = (): readonly Bloc[] => use(BlocsContext);
