import type { components } from './contract';

type Schemas = components['schemas'];

export type Problem = Partial<Schemas['Problem']>;
export type ContestedProblem = Schemas['ContestedProblem'];
export type About = Schemas['About'];
export type SessionAnswer = Schemas['Session'];
export type Incident = Schemas['Incident'];
export type IncidentSummary = Schemas['IncidentSummary'];
export type IncidentPage = Schemas['IncidentPage'];
export type IncidentPlace = Schemas['IncidentPlace'];
export type IncidentChange = Schemas['IncidentChange'];
export type Priority = Schemas['Priority'];
export type Recommendation = Schemas['Recommendation'];
export type DispatchOption = Schemas['DispatchOption'];
export type Assignment = Schemas['Assignment'];
export type AssignmentStatus = Schemas['AssignmentStatus'];
export type AlertRequest = Schemas['AlertRequest'];
export type AlertReceipt = Schemas['AlertReceipt'] | Schemas['SpooledReceipt'];
export type Unit = Schemas['Unit'];
export type UnitBoard = Schemas['UnitBoard'];
export type Hospital = Schemas['Hospital'];
export type SoftHold = Schemas['SoftHold'];
export type HospitalBoard = Schemas['HospitalBoard'];
export type CapacityHistory = Schemas['CapacityHistory'];
export type Transfer = Schemas['Transfer'];
export type TransferList = Schemas['TransferList'];
export type TransferRequest = Schemas['TransferRequest'];
export type Receiver = Schemas['Receiver'];
export type ReceiverList = Schemas['ReceiverList'];
export type IncomingList = Schemas['IncomingList'];
export type RoadClosure = Schemas['RoadClosure'];
export type RoadClosureList = Schemas['RoadClosureList'];
export type RoadClosureRequest = Schemas['RoadClosureRequest'];
export type Drive = Schemas['Drive'];
export type Route = Schemas['Route'];
export type RouteNotice = Schemas['RouteNotice'];
export type CutOffPlace = Schemas['CutOffPlace'];
export type WaitingAlert = Schemas['WaitingAlert'];
export type WaitingAlerts = Schemas['WaitingAlerts'];
export type Trouble = Schemas['Trouble'];
export type TroubleList = Schemas['TroubleList'];
export type PlaceAt = Schemas['PlaceAt'];
export type MapInfo = Schemas['MapInfo'];
export type Disposition = Schemas['Disposition'];
export type CrewOrder = Schemas['CrewOrder'];
export type CrewOrderAnswer = Schemas['CrewOrderAnswer'];
export type Patient = Schemas['Patient'];
export type PatientList = Schemas['PatientList'];
export type TriageCategory = Schemas['TriageCategory'];
export type TriageFindings = NonNullable<Schemas['TriageFindings']>;

/** Words that the contract takes as free text but knows by name. */
export const ALERT_KINDS = [
  'TRAFFIC_COLLISION',
  'LANDSLIDE',
  'FLOOD',
  'FIRE',
  'DROWNING',
  'FALL',
  'MEDICAL',
  'OBSTETRIC',
  'POISONING',
  'OTHER',
] as const;

export const DISPOSITIONS: readonly Disposition[] = [
  'TRANSPORTED',
  'TREATED_ON_SCENE',
  'REFUSED_CARE',
  'DECEASED',
  'NO_PATIENT',
  'FALSE_ALARM',
  'CANCELLED',
  'TRANSFERRED',
];
export type ReportSource = Schemas['ReportSource'];
