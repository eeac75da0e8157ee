'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

/** Something that the open screen can do, for the command menu. */
export interface Command {
  /** Unique on a screen: `create-api-key`. */
  id: string;
  /** As on its button: "Create key". */
  label: string;
  /** Other words that it is looked for by. */
  keywords?: string;
  run: () => void;
}

/** The company whose page is open. */
export interface OpenCompany {
  id: number;
  uuid: string;
  name: string;
}

/** What the open screen offers. It lives outside of React's state: only the menu reads it, when it opens. */
export class CommandRegistry {
  readonly #offered = new Map<string, Command>();
  #awaited: string | null = null;
  company: OpenCompany | null = null;

  get all(): Command[] {
    return [...this.#offered.values()];
  }

  /** Offers a command until the returned function is called; one that is awaited is run. */
  offer(command: Command): () => void {
    this.#offered.set(command.id, command);
    if (this.#awaited === command.id) {
      this.#awaited = null;
      // Once the screen that offers it is there whole.
      setTimeout(command.run);
    }
    return () => {
      if (this.#offered.get(command.id) === command) this.#offered.delete(command.id);
    };
  }

  /** Runs a command now, or as soon as a screen offers it. */
  run(id: string): void {
    const command = this.#offered.get(id);
    this.#awaited = command ? null : id;
    command?.run();
  }
}

const CommandsContext = createContext(new CommandRegistry());

/** Keeps what the open screen offers. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  return <CommandsContext value={registry}>{children}</CommandsContext>;
}

export const useCommandRegistry = (): CommandRegistry => useContext(CommandsContext);

/**
 * Offers commands in the command menu while the component is there.
 *
 * @example useCommands([{ id: 'create-api-key', label: 'Create an API key', run: () => setOpen(true) }])
 */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const latest = useRef(commands);
  latest.current = commands;
  // What they do is new with every render; which ones there are tells whether anything has to be offered anew.
  const shown = JSON.stringify(commands);
  useEffect(() => {
    const offered = (JSON.parse(shown) as Omit<Command, 'run'>[]).map((command) =>
      registry.offer({ ...command, run: () => latest.current.find(({ id }) => id === command.id)?.run() }),
    );
    return () => {
      for (const withdraw of offered) withdraw();
    };
  }, [shown, registry]);
}

/** Says which company's page is open. Put it anywhere in the page. */
export function OpenCompanyMark({ id, uuid, name }: OpenCompany) {
  const registry = useCommandRegistry();
  useEffect(() => {
    const company = { id, uuid, name };
    registry.company = company;
    return () => {
      if (registry.company === company) registry.company = null;
    };
  }, [id, uuid, name, registry]);
  return null;
}
