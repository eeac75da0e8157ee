/** The demo organisation's known sign-in: printed by the start and shown under the sign-in form. */
export const demoAccount = { email: 'demo@example.com', name: 'Dana Demo', password: 'demo-ledgerline' } as const;
