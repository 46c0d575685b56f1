/** Values of the tokens, put in at build time: other people's pages have no stylesheet of ours. */
declare const LAUNCHER_GROUND: string;
declare const LAUNCHER_INK: string;
declare const LAUNCHER_SHADOW: string;
