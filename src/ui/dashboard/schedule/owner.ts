/** Whose hours: the business's when nothing is named. */
export type HoursOwner = {
  staffId?: string;
  locationId?: string;
  serviceId?: string;
  resourceId?: string;
};

type OwnerWords = {
  /** Of a weekday without hours. */
  closed: string;
  /** Without hours of any kind. */
  none: string;
  /** On a button: have none again. */
  giveUp: string;
  timeOff: string;
  timeOffDetail: string;
};

const timeOffDetail = "Nobody can book these days or hours. Appointments that are booked stay.";

const business: OwnerWords = {
  closed: "Closed",
  none: "No hours for the whole business: each location has its own, or is open whenever somebody works there.",
  giveUp: "Remove the hours of the business",
  timeOff: "Closed",
  timeOffDetail,
};

const location: OwnerWords = {
  closed: "Closed",
  none: "No opening hours of its own: the hours of the business count, or else it is open whenever somebody works here.",
  giveUp: "Remove the opening hours",
  timeOff: "Closed",
  timeOffDetail,
};

const staff: OwnerWords = {
  closed: "Not working",
  none: "No hours of their own yet: they work whenever their location is open.",
  giveUp: "Use the location’s opening hours instead",
  timeOff: "Time off",
  timeOffDetail,
};

const staffAtLocation: OwnerWords = {
  ...staff,
  none: "No hours of their own at this location.",
  giveUp: "Remove the hours at this location",
};

const service: OwnerWords = {
  closed: "Not offered",
  none: "No hours of its own: it can be booked whenever somebody who offers it works.",
  giveUp: "Offer it whenever somebody works",
  timeOff: "Not offered",
  timeOffDetail,
};

const resource: OwnerWords = {
  closed: "Not available",
  none: "No hours of its own: it can be used at any time.",
  giveUp: "Make it available at any time",
  timeOff: "Not available",
  timeOffDetail: "Visits that need it cannot be booked then. Appointments that are booked stay.",
};

/** How the editors speak about somebody's or something's hours. */
export function wordsOf({ staffId, locationId, serviceId, resourceId }: HoursOwner): OwnerWords {
  if (staffId) return locationId ? staffAtLocation : staff;
  if (serviceId) return service;
  if (resourceId) return resource;
  return locationId ? location : business;
}
