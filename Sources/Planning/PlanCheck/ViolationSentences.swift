internal import Verification

/// One clause for each rule of the exact checker, to follow the name of the leg or run.
enum ViolationSentences {
  static func sentence(_ rule: Violation.Rule) -> Bilingual {
    clauses[rule] ?? Bilingual(fr: rule.rawValue, en: rule.rawValue)
  }

  private static let clauses: [Violation.Rule: Bilingual] = [
    .unknownVehicle: Bilingual(
      fr: "ce véhicule n’existe pas",
      en: "there is no such vehicle"),
    .vehicleTwice: Bilingual(
      fr: "deux courses pour une même vacation",
      en: "two runs for one shift"),
    .unknownStop: Bilingual(
      fr: "un arrêt n’existe pas",
      en: "a stop does not exist"),
    .stopTwice: Bilingual(
      fr: "l’arrêt est fait deux fois",
      en: "the stop is made twice"),
    .halfServed: Bilingual(
      fr: "une montée sans descente, ou l’inverse",
      en: "picked up without being set down, or the reverse"),
    .pickupAfterDelivery: Bilingual(
      fr: "la descente vient avant la montée",
      en: "set down before being picked up"),
    .unservedList: Bilingual(
      fr: "la liste des refus ne correspond pas aux courses",
      en: "the list of unserved does not match the runs"),
    .mandatoryUnserved: Bilingual(
      fr: "ce trajet doit être assuré et ne l’est pas",
      en: "the leg must be served and is not"),
    .scheduleShape: Bilingual(
      fr: "il manque des heures",
      en: "times are missing"),
    .travel: Bilingual(
      fr: "l’heure d’arrivée ne correspond pas au temps de route",
      en: "the arrival does not match the travel time"),
    .startBeforeArrival: Bilingual(
      fr: "le service commence avant l’arrivée du véhicule",
      en: "service starts before the vehicle arrives"),
    .service: Bilingual(
      fr: "le temps d’arrêt n’est pas celui prévu",
      en: "the time at the stop is not the one planned for"),
    .setup: Bilingual(
      fr: "le temps de nettoyage entre deux courses n’est pas respecté",
      en: "the cleaning time between loads is not kept"),
    .shift: Bilingual(
      fr: "la course sort des heures de disponibilité",
      en: "the run leaves the hours of availability"),
    .window: Bilingual(
      fr: "l’heure est hors de la plage admise",
      en: "the time lies outside its window"),
    .unschedulable: Bilingual(
      fr: "aucun horaire ne convient à cet ordre d’arrêts",
      en: "no times fit this order of stops"),
    .unjudged: Bilingual(
      fr: "ne peut pas être jugé sans horaires",
      en: "cannot be judged without times"),
    .rideTime: Bilingual(
      fr: "le temps à bord est trop long",
      en: "the ride takes too long"),
    .detour: Bilingual(
      fr: "le détour est trop long",
      en: "the detour is too long"),
    .capacity: Bilingual(
      fr: "le véhicule n’a pas assez de places",
      en: "the vehicle has too few places"),
    .rideAlone: Bilingual(
      fr: "ce voyageur devait voyager seul",
      en: "this rider was to ride alone"),
    .mixing: Bilingual(
      fr: "patients et autres voyageurs ne peuvent être à bord ensemble",
      en: "patients and other riders may not be on board together"),
    .apart: Bilingual(
      fr: "ces voyageurs ne voyagent jamais ensemble",
      en: "these riders never ride together"),
    .eligibility: Bilingual(
      fr: "ce véhicule ne peut pas assurer ce trajet",
      en: "this vehicle may not serve the leg"),
    .breakMissing: Bilingual(
      fr: "une pause due n’est pas prise",
      en: "a break that is due is not taken"),
    .breakOnBoard: Bilingual(
      fr: "une pause est prise avec des voyageurs à bord",
      en: "a break is taken with riders on board"),
    .baseVisit: Bilingual(
      fr: "le véhicule ne peut pas rentrer à ce moment",
      en: "the vehicle may not go back to base then"),
    .longestDuration: Bilingual(
      fr: "l’amplitude de la journée est trop longue",
      en: "the time on duty is too long"),
    .longestDistance: Bilingual(
      fr: "trop de kilomètres",
      en: "too many kilometres"),
    .longestDriving: Bilingual(
      fr: "trop de temps de conduite",
      en: "too much driving"),
    .unbrokenDriving: Bilingual(
      fr: "trop de conduite sans repos",
      en: "too long driven without a rest"),
    .mostTrips: Bilingual(
      fr: "trop de trajets",
      en: "too many trips"),
    .mostRequests: Bilingual(
      fr: "trop de voyageurs",
      en: "too many riders"),
    .longestIdle: Bilingual(
      fr: "l’attente est trop longue",
      en: "the wait is too long"),
    .longestIdleOnBoard: Bilingual(
      fr: "l’attente avec un voyageur à bord est trop longue",
      en: "the wait with a rider on board is too long"),
    .crewDuration: Bilingual(
      fr: "l’amplitude de la journée est trop longue",
      en: "the time on duty is too long"),
    .crewDistance: Bilingual(
      fr: "trop de kilomètres dans la journée",
      en: "too many kilometres in the day"),
    .crewTrips: Bilingual(
      fr: "trop de trajets dans la journée",
      en: "too many trips in the day"),
    .severalForms: Bilingual(
      fr: "un même trajet est assuré deux fois, de bout en bout et en rabattement",
      en: "the same leg is served twice, all the way and as a feeder trip"),
    .linkTogether: Bilingual(
      fr: "ces trajets vont ensemble : tous ou aucun",
      en: "these legs go together: all or none"),
    .linkRequires: Bilingual(
      fr: "le retour est assuré sans l’aller dont il dépend",
      en: "served without the leg it depends on"),
    .linkSameVehicle: Bilingual(
      fr: "le même conducteur devait assurer ces trajets",
      en: "the same driver was to serve these legs"),
    .linkGap: Bilingual(
      fr: "la durée sur place n’est pas celle demandée",
      en: "the stay is not as long as asked"),
    .lockVehicle: Bilingual(
      fr: "ce trajet a été confié à un autre conducteur",
      en: "the leg was given to another driver"),
    .lockForbidden: Bilingual(
      fr: "ce trajet a été interdit à ce conducteur",
      en: "the leg was forbidden to this driver"),
    .lockOrder: Bilingual(
      fr: "l’ordre des arrêts décidé n’est pas respecté",
      en: "the order decided is not kept"),
    .lockTime: Bilingual(
      fr: "l’heure annoncée au voyageur n’est pas tenue",
      en: "the time told to the rider is not kept"),
    .lockFrozen: Bilingual(
      fr: "une course figée a été modifiée",
      en: "a frozen run was changed"),
  ]
}
