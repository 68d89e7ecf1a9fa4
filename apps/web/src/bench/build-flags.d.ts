interface ImportMetaEnv {
  /** '1' in the benchmark's own builds, empty in all others. */
  readonly VITE_BENCH: string;
}
