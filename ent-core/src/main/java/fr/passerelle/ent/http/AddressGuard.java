package fr.passerelle.ent.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Decides, on the addresses a name really has at the moment of connecting, whether they may be reached: public ones for
 * an ENT, loopback ones for a sandbox. A name that points into the town's own network, or does so only now and then,
 * leads nowhere.
 */
final class AddressGuard implements Dns {
    private final boolean loopback;
    private final Dns names;

    AddressGuard(boolean loopback, Dns names) {
        this.loopback = loopback;
        this.names = names;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = names.lookup(host);
        for (InetAddress address : addresses) {
            // One bad address among good ones is enough: which one gets used is the resolver's choice, not ours.
            if (!mayReach(address)) {
                throw new AddressRefused();
            }
        }
        return addresses;
    }

    boolean mayReach(InetAddress address) {
        return loopback ? address.isLoopbackAddress() : isPublic(address);
    }

    /** Whether an address belongs to the public Internet; unknown ranges count as not. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes, 0);
        }
        return address instanceof Inet6Address && isPublic6(bytes);
    }

    /** RFC 6890: this network, carrier NAT, protocol assignments, documentation, benchmarks, reserved, broadcast. */
    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /** Global unicast 2000::/3 only, and what hides an IPv4 address (6to4, NAT64, mapped) only if that one is public. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if (first == 0x0064 && second == 0xff9b) {
            return isPublic4(bytes, 12);
        }
        if (first == 0x2002) {
            return isPublic4(bytes, 2);
        }
        if (first == 0x2001 && (second == 0 || second == 0x0db8)) {
            return false;
        }
        return (first & 0xe000) == 0x2000;
    }

    /** The name leads to an address that this account must not reach. */
    static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
