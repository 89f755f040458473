package io.wubu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line is one source, however its address is written. */
class SourceTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::FFFF:c000:0207, 192.0.2.7",
        "64:ff9b::192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "fe80::2%17, fe80:0:0:0::/64",
        "[2001:db8:1:3::9], 2001:db8:1:3::/64",
        "::1, 0:0:0:0::/64",
        "0:0:0:0:0:0:0:1, 0:0:0:0::/64",
    })
    void anAddressIsReadAsTheSourceItComesFrom(String address, String source) {
        assertThat(Source.of(address).name()).isEqualTo(source);
    }

    @Test
    void whatIsNoAddressIsLookedUpNowhereAndKeptShort() {
        assertThat(Source.of("x".repeat(500)).name()).hasSize(64);
        assertThat(Source.of("somewhere.example").name()).isEqualTo("somewhere.example");
        assertThat(Source.of(":::::").name()).isEqualTo(":::::");
        assertThat(Source.of(null).name()).isEmpty();
    }
}
