package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** T95: what holds a secret doesn't tell it when it is printed: Spring prints what it reads and writes once somebody turns DEBUG on. */
class SilentRecordsTest {

    private static final Set<String> SECRET =
            Set.of("password", "newPassword", "token", "recoveryCodes", "uri", "qr", "applicationPassword");

    private static final String MARK = "Zaunkoenig";

    @Test
    void noRecordTellsItsSecret() {
        var holders = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.wubu").stream()
                        .map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .filter(type -> Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .anyMatch(SECRET::contains))
                        .toList();
        assertThat(holders).extracting(Class::getSimpleName).contains("Attempt", "Sent", "Next", "Handed", "Enrolment");
        assertThat(holders)
                .allSatisfy(type ->
                        assertThat(marked(type).toString()).as(type.getName()).doesNotContain(MARK));
    }

    /** One of them with the mark in all its secrets. */
    private static Object marked(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var made = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            made.setAccessible(true);
            return made.newInstance(
                    Arrays.stream(components).map(SilentRecordsTest::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object value(RecordComponent component) {
        if (component.getType() == String.class) {
            return SECRET.contains(component.getName()) ? MARK : "";
        }
        if (component.getType() == List.class) {
            return List.of(MARK);
        }
        if (component.getType() == boolean.class) {
            return false;
        }
        return component.getType() == int.class ? Integer.valueOf(0) : null;
    }
}
