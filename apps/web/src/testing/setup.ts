import '@testing-library/jest-dom/vitest';
import './matchers.ts';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
