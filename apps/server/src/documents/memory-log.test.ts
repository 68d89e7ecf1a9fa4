import { describeDocumentLog } from './contract.ts';
import { MemoryLog } from './memory-log.ts';

describeDocumentLog('MemoryLog', () => Promise.resolve(new MemoryLog()));
