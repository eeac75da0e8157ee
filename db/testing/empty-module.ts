// Stands in for `server-only` in tests: the real one throws outside of a React server build.
export {};
