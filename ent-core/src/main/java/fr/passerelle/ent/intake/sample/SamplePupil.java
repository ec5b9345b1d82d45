package fr.passerelle.ent.intake.sample;

import fr.passerelle.ent.model.Level;
import java.time.LocalDate;

/**
 * An invented pupil.
 *
 * @param usageName empty for most
 * @param house the number of the family's house
 */
record SamplePupil(
        String familyName,
        String usageName,
        String firstName,
        boolean girl,
        LocalDate birthDate,
        int house,
        Level level,
        String className) {}
