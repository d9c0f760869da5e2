import type { Theme } from '../theme';

/** Quiet greys for what is always there; colour is kept for what happens (ISA-101). */
export interface Palette {
  ground: string;
  water: string;
  waterway: string;
  waterLabel: string;
  border: string;
  /** Around every road, so that one lies on the ground and crosses another visibly. */
  casing: string;
  main: string;
  secondary: string;
  tertiary: string;
  minor: string;
  path: string;
  bridge: string;
  label: string;
  /** Villages, communes, peaks: there when looked for. */
  quiet: string;
  district: string;
  halo: string;
  shield: string;
  shieldEdge: string;
  shieldText: string;
  post: string;
  poi: string;
  route: string;
  routeDone: string;
  routeCasing: string;
  closure: string;
  slow: string;
  unit: string;
  hospital: string;
  here: string;
}

export const PALETTES: Record<Theme, Palette> = {
  dark: {
    ground: '#0c1424',
    water: '#12284a',
    waterway: '#1f416f',
    waterLabel: '#7fa3d6',
    border: '#55617c',
    casing: '#070d18',
    main: '#a3afc6',
    secondary: '#76839e',
    tertiary: '#56637e',
    minor: '#3d4963',
    path: '#3d4963',
    bridge: '#c3cee6',
    label: '#dbe4f6',
    quiet: '#a4b0c9',
    district: '#7f8dab',
    halo: '#0a1120',
    shield: '#1a2740',
    shieldEdge: '#4b5c7e',
    shieldText: '#dbe4f6',
    post: '#c3cee6',
    poi: '#a4b0c9',
    route: '#8ab4ff',
    routeDone: '#4a6085',
    routeCasing: '#04080f',
    closure: '#ff8585',
    slow: '#ffc266',
    unit: '#8ab4ff',
    hospital: '#e8eefc',
    here: '#74d99f',
  },
  // Red on black: the eyes stay used to the dark of a cab and of a room with one lamp.
  night: {
    ground: '#050000',
    water: '#1d0504',
    waterway: '#3a0f0c',
    waterLabel: '#b0584e',
    border: '#5e221c',
    casing: '#000000',
    main: '#a4483e',
    secondary: '#78332c',
    tertiary: '#5a2520',
    minor: '#431b17',
    path: '#431b17',
    bridge: '#d9695c',
    label: '#ff8d80',
    quiet: '#c9635a',
    district: '#b8584e',
    halo: '#050000',
    shield: '#220605',
    shieldEdge: '#6b2720',
    shieldText: '#ff8d80',
    post: '#e0766a',
    poi: '#c9635a',
    route: '#ffb3a8',
    routeDone: '#7a352d',
    routeCasing: '#000000',
    closure: '#ff5c4d',
    slow: '#ff9a80',
    unit: '#ffb3a8',
    hospital: '#ff8d80',
    here: '#ffd0c8',
  },
  light: {
    ground: '#f1f3f7',
    water: '#cfdff2',
    waterway: '#a9c4e4',
    waterLabel: '#38618f',
    border: '#8d97a9',
    casing: '#ffffff',
    main: '#6d7a92',
    secondary: '#8f9bb0',
    tertiary: '#aab4c5',
    minor: '#c2cad7',
    path: '#c2cad7',
    bridge: '#3d4a61',
    label: '#1f2a3f',
    quiet: '#4a566d',
    district: '#616d83',
    halo: '#ffffff',
    shield: '#ffffff',
    shieldEdge: '#6d7a92',
    shieldText: '#1f2a3f',
    post: '#3d4a61',
    poi: '#4a566d',
    route: '#1f4fb5',
    routeDone: '#9db2d9',
    routeCasing: '#ffffff',
    closure: '#c01626',
    slow: '#a86400',
    unit: '#1f4fb5',
    hospital: '#141b29',
    here: '#146338',
  },
};
