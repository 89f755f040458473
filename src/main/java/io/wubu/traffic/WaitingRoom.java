package io.wubu.traffic;

import io.wubu.traffic.Client.Wait;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Who has to give way when more threads wait for their clients than may. */
final class WaitingRoom {

    private static final long DEBTOR = TimeUnit.SECONDS.toNanos(1);

    private WaitingRoom() {}

    /** A client a thread waits for. */
    record Guest(Client client, Wait reason, Tab tab, InetAddress source) {

        /** 2: owes a second and more; 1: has just come; 0: sends or reads well. */
        int standing() {
            return owed() > DEBTOR ? 2 : owed() < 0 ? 0 : 1;
        }

        long owed() {
            return tab.owed();
        }
    }

    /** Those whose time is over, and those beyond the limit. */
    static List<Guest> leaving(List<Guest> guests, int most) {
        var staying = new ArrayList<Guest>();
        var leaving = new ArrayList<Guest>();
        guests.forEach(guest -> (guest.tab().isOverdue() ? leaving : staying).add(guest));
        if (staying.size() > most) {
            leaving.addAll(excess(staying, most));
        }
        return leaving;
    }

    /**
     * One by one: of a source that has more than a quarter of all places, or else of all, those of the worst standing; of these,
     * from the source that then has most here, who owes most.
     */
    private static List<Guest> excess(List<Guest> staying, int most) {
        var ofSource = new HashMap<InetAddress, Integer>();
        staying.forEach(guest -> ofSource.merge(guest.source(), 1, Integer::sum));
        var worst = Comparator.<Guest>comparingInt(
                        guest -> crowd(ofSource, guest) > most / 4 ? crowd(ofSource, guest) : 0)
                .thenComparingInt(Guest::standing)
                .thenComparingInt(guest -> crowd(ofSource, guest))
                .thenComparingLong(Guest::owed);
        var leaving = new ArrayList<Guest>();
        while (staying.size() > most) {
            var next = Collections.max(staying, worst);
            staying.remove(next);
            leaving.add(next);
            ofSource.merge(next.source(), -1, Integer::sum);
        }
        return leaving;
    }

    private static int crowd(Map<InetAddress, Integer> ofSource, Guest guest) {
        return ofSource.getOrDefault(guest.source(), 0);
    }
}
