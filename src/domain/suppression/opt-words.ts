/**
 * Whole messages that ask to be left alone, or to be written to again.
 *
 * STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT, REMOVE, ARRET and START,
 * UNSTOP, SUBSCRIBE are what carriers and messaging providers honour everywhere (AWS End User
 * Messaging, "Required opt-out keywords"; Braze, "Opt-in and opt-out keywords"; Sinch,
 * "Standard opt-out keywords"). The other languages are those of people who work on British
 * sites, in the words that newsletters and carriers there use for the same.
 *
 * Left out on purpose, because about a job they are answers: YES, which providers take for
 * START; NO; "resume", which is also a résumé; "kündigen", which is also to leave a job.
 */
function phrases(text: string): readonly string[] {
  return text.split('|').map((phrase) => phrase.trim())
}

export const STOP_WORDS = {
  english: phrases(`stop | stopall | stop all | unsubscribe | unsubscribe me | cancel | end | quit |
    revoke | optout | opt out | opt me out | remove | remove me | stop it | stop texting |
    stop texting me | stop messaging | stop messaging me | stop calling | stop calling me |
    stop contacting me | do not contact me | don't contact me | do not call me | don't call me |
    do not text me | don't text me | do not message me | don't message me | leave me alone |
    delete my number`),
  polish: phrases(`zatrzymaj | wypisz | wypisz mnie | rezygnuję | anuluj | koniec | przestań |
    proszę przestać | nie pisz | nie pisz do mnie | nie dzwoń | nie dzwoń do mnie`),
  romanian: phrases(`oprește | opriți | opriți-vă | dezabonare | dezabonează-mă | anulare |
    anulează | renunț | nu mă mai contactați | nu-mi mai scrie | nu mă mai suna`),
  portuguese: phrases(`parar | pare | sair | cancelar | remover | descadastrar |
    cancelar subscrição | não me contacte | não me ligue`),
  spanish: phrases(`baja | darme de baja | alto | detener | salir | anular | parar | cancelar |
    no me escriba | no me escribas | no me llame | no me llames`),
  french: phrases(`arrêt | arrêter | arrêtez | désabonner | me désabonner | désabonnement |
    désinscription | annuler | ne me contactez plus | ne m'appelez plus`),
  german: phrases(`stopp | abmelden | abbestellen | aufhören | beenden | austragen |
    nicht mehr schreiben | nicht mehr anrufen`),
  arabic: phrases(`إيقاف | أوقف | توقف | توقفوا | قف | إلغاء | الغ | إلغاء الاشتراك | لا تراسلني |
    لا تتصل بي | ستوب`),
}

export const START_WORDS = {
  english: phrases('start | start again | unstop | subscribe | resubscribe | optin | opt in'),
  polish: phrases('wznów | zapisz mnie | rozpocznij | zacznij'),
  romanian: phrases('pornește | porniți | abonare | reluare | începe'),
  portuguese: phrases('iniciar | começar | retomar | subscrever'),
  spanish: phrases('iniciar | empezar | comenzar | reanudar | alta | suscribir'),
  french: phrases("démarrer | commencer | reprendre | s'abonner | réabonner"),
  german: phrases('starten | anmelden | fortsetzen'),
  arabic: phrases('ابدأ | بدء | استئناف | اشتراك | اشترك'),
}

/** Courtesy around the word changes nothing: "Stop please". */
export const COURTESY_WORDS = phrases(`please | pls | plz | thanks | thank you | thx | proszę |
  dziękuję | te rog | vă rog | mulțumesc | por favor | obrigado | obrigada | gracias | merci |
  s'il vous plaît | svp | bitte | danke | من فضلك | شكرا | رجاء`)
