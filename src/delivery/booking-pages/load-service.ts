import type { TenantContext } from "#database/tenant-context.ts";
import { readPageLook } from "#modules/branding/read-page-look.ts";
import type { SaveLookInput } from "#modules/branding/schema.ts";
import { listServices } from "#modules/catalog/list-services.ts";
import { readService } from "#modules/catalog/read-service.ts";
import type { Service } from "#modules/catalog/schema.ts";
import { listStaff } from "#modules/staff/list-staff.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";
import type { Location } from "#modules/tenants/schema.ts";
import { type PageBusiness, pageLocale } from "./frame.ts";
import type { Selection } from "./selection.ts";
import type { TimeFrame } from "./time-words.ts";

/** A service with everything a customer may choose about it, and what was chosen. */
export type Offer = {
  business: PageBusiness;
  service: Service;
  /** Who performs it at the chosen location. */
  staff: StaffMember[];
  /** Where it is offered. */
  locations: Location[];
  location?: Location;
  /** Everything the business offers, when that is little. */
  fewServices: Service[];
  /** The chosen staff member, when that is one of them. */
  chosen?: StaffMember;
};

/**
 * The business with its look, told in the pages' language. A business that resolved but cannot be read is a surprise.
 * With `unsaved`, as it would look after saving that.
 */
export async function loadBusiness(ctx: TenantContext, unsaved?: SaveLookInput): Promise<PageBusiness> {
  const business = await readBusiness(ctx);
  if (!business.ok) throw new Error(business.message);
  const look = await readPageLook(ctx, unsaved);
  if (!look.ok) throw new Error(look.message);
  const { logoUrl } = look.value;
  return { ...business.value, logoUrl, look: look.value, locale: pageLocale(business.value.locale) };
}

/** So many services fit on the page of times; with more the landing page is the place to choose. */
const fewServices = 3;

/** Loads what is chosen; null when the service cannot be booked by customers. */
export async function loadOffer(
  ctx: TenantContext,
  business: PageBusiness,
  selection: Pick<Selection, "service" | "staff" | "location">,
): Promise<Offer | null> {
  const service = await readService(ctx, { slug: selection.service });
  if (!service.ok) return null;
  const listed = await listStaff(ctx, {
    publicOnly: true,
    serviceId: service.value.id,
    includeArchived: false,
  });
  const everybody = listed.ok ? listed.value.staff : [];
  const limited = service.value.locationIds;
  const catalogue = await listServices(ctx, { publicOnly: true, includeArchived: false });
  const services = catalogue.ok ? catalogue.value.categories.flatMap((category) => category.services) : [];
  const locations = business.locations.filter((place) => limited.length === 0 || limited.includes(place.id));
  const location = locations.find((place) => place.id === selection.location) ?? locations[0];
  const staff = everybody.filter((person) => !location || person.locationIds.includes(location.id));
  const chosen = staff.find((person) => person.id === selection.staff);
  return {
    business,
    service: service.value,
    staff,
    locations,
    fewServices: services.length <= fewServices ? services : [],
    ...(location && { location }),
    ...(chosen && { chosen }),
  };
}

/** In whose clock the pages of an offer are told. */
export function timeFrameOf(offer: Offer, tz: string | undefined): TimeFrame {
  const businessZone = offer.location?.timeZone ?? offer.business.timeZone;
  return { zone: tz ?? businessZone, businessZone, locale: offer.business.locale };
}
